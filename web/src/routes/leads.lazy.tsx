import { createLazyRoute } from '@tanstack/react-router'
import { LeadsPage } from '@/features/lead/leads-page'

export const Route = createLazyRoute('/app/leads')({ component: LeadsPage })
