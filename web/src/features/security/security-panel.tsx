import './security.css'
import { MfaPolicyPanel } from './mfa-policy-panel'

/** What the agency decides about who gets in, and how. One panel per thing, each a file of its own. */
export function SecurityPanel({ mayChange }: { mayChange: boolean }) {
  return (
    <div className="settings-form wide">
      {mayChange ? <MfaPolicyPanel /> : <p className="note-line">Owners and admins decide this. What is yours stands under My account.</p>}
    </div>
  )
}
