import { createLazyRoute } from '@tanstack/react-router'
import { NewPasswordPage } from '@/features/account/new-password-page'

export const Route = createLazyRoute('/new-password')({ component: NewPasswordPage })
