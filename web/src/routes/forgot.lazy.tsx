import { createLazyRoute } from '@tanstack/react-router'
import { ForgotPage } from '@/features/account/forgot-page'

export const Route = createLazyRoute('/forgot')({ component: ForgotPage })
