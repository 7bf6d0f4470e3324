/** Passkeys in the browser. The server speaks base64url, the browser bytes. */

const toBytes = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

const toText = (bytes: ArrayBuffer | null) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

type Handle = { id: string; transports: string[] }
type CreationOptions = {
  challenge: string
  rp: { id: string; name: string }
  user: { id: string; name: string; displayName: string }
  algorithms: number[]
  excludeCredentials: Handle[]
  timeout: number
}
type RequestOptions = { challenge: string; rpId: string; allowCredentials: Handle[]; timeout: number }

const reachable: AuthenticatorTransport[] = ['ble', 'hybrid', 'internal', 'nfc', 'usb']

const descriptor = ({ id, transports }: Handle): PublicKeyCredentialDescriptor => ({
  type: 'public-key',
  id: toBytes(id),
  transports: reachable.filter((transport) => transports.includes(transport)),
})

export const passkeysWork = () => typeof PublicKeyCredential === 'function'

/** Whether the browser lists passkeys in the e-mail field's suggestions. */
export const suggestsPasskeys = async () =>
  passkeysWork() && ((await PublicKeyCredential.isConditionalMediationAvailable?.().catch(() => false)) ?? false)

/** @throws DOMException when the person stops it, or the authenticator is known already */
export async function createPasskey(options: CreationOptions) {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: toBytes(options.challenge),
      rp: options.rp,
      user: { ...options.user, id: toBytes(options.user.id) },
      pubKeyCredParams: options.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: options.excludeCredentials.map(descriptor),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: options.timeout,
    },
  })
  if (!(made instanceof PublicKeyCredential && made.response instanceof AuthenticatorAttestationResponse)) throw new TypeError('no passkey')
  return {
    clientData: toText(made.response.clientDataJSON),
    attestationObject: toText(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  }
}

/** @param quiet wait in the suggestions of the e-mail field instead of asking at once */
export async function answerWithPasskey(options: RequestOptions, quiet?: AbortSignal) {
  const chosen = await navigator.credentials.get({
    publicKey: {
      challenge: toBytes(options.challenge),
      rpId: options.rpId,
      allowCredentials: options.allowCredentials.map(descriptor),
      userVerification: 'required',
      timeout: options.timeout,
    },
    ...(quiet ? { mediation: 'conditional' as const, signal: quiet } : {}),
  })
  if (!(chosen instanceof PublicKeyCredential && chosen.response instanceof AuthenticatorAssertionResponse))
    throw new TypeError('no passkey')
  return {
    id: toText(chosen.rawId),
    clientData: toText(chosen.response.clientDataJSON),
    authenticatorData: toText(chosen.response.authenticatorData),
    signature: toText(chosen.response.signature),
    userHandle: toText(chosen.response.userHandle),
  }
}

/** Why the browser made or used no passkey, in our words; null when the failure is not the browser's. */
export function passkeySentence(error: unknown): string | null {
  if (!(error instanceof DOMException)) return null
  if (error.name === 'InvalidStateError') return 'This device has a passkey for your account already. Use it, or choose another device.'
  if (error.name === 'NotAllowedError' || error.name === 'AbortError')
    return 'No passkey was used: it was stopped, or took too long. Try again.'
  return 'This browser could not use a passkey here. Try another browser or device.'
}
