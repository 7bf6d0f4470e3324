import { createLazyRoute } from '@tanstack/react-router'
import { SignInPage } from '@/features/account/sign-in-page'

export const Route = createLazyRoute('/sign-in')({
  component: function SignInRoute() {
    const { next, step } = Route.useSearch()
    return <SignInPage next={next ?? '/board'} second={step === 'second'} />
  },
})
