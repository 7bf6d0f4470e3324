import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { showTheme, theme } from '@/lib/theme'
import { newQueryClient } from './query-client'
import { newRouter } from './router'

showTheme(theme.get())

const queryClient = newQueryClient()
const router = newRouter(queryClient)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
