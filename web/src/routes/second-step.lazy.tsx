import { createLazyRoute } from '@tanstack/react-router'
import { SecondStepPage } from '@/features/security/second-step-page'

export const Route = createLazyRoute('/second-step')({
  component: function SecondStepRoute() {
    const { next } = Route.useSearch()
    return <SecondStepPage next={next ?? '/board'} />
  },
})
