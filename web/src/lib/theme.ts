import { stored } from './stored'

export const theme = stored('doorstep.theme', ['system', 'light', 'dark'], 'system')

/** Puts the chosen theme on the page; "system" leaves it to the device. */
export function showTheme(choice: 'system' | 'light' | 'dark') {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

export const isDark = () => {
  const choice = theme.get()
  return choice === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : choice === 'dark'
}

export function flipTheme() {
  const next = isDark() ? 'light' : 'dark'
  theme.set(next)
  showTheme(next)
}
