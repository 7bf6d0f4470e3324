import { createLazyRoute } from '@tanstack/react-router'
import { LinkPage } from '@/features/account/link-page'

export const Route = createLazyRoute('/sign-in/link')({ component: LinkPage })
