import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    // The pages behind frames are not loaded, and the test environment says so at length.
    onConsoleLog: (log) => !log.includes('Iframe page loading is disabled'),
  },
})
