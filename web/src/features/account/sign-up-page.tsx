export function SignUpPage() {
  return <main className="signin">Sign up</main>
}
