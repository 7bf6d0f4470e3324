import { Icon, type IconName } from './icon'

const sources: Record<string, { icon: IconName; label: string }> = {
  WEB_CHAT: { icon: 'chat', label: 'Web chat' },
  FORM: { icon: 'doc', label: 'Site form' },
  SMS: { icon: 'phone', label: 'Text' },
  EMAIL: { icon: 'mail', label: 'E-mail' },
  ADS: { icon: 'ad', label: 'Ads' },
  PORTAL: { icon: 'home', label: 'Portal' },
  REFERRAL: { icon: 'people', label: 'Referral' },
  PHONE: { icon: 'phone', label: 'Phone' },
  IMPORT: { icon: 'import', label: 'Import' },
  API: { icon: 'link', label: 'API' },
  MANUAL: { icon: 'pen', label: 'By hand' },
}

export const sourceOptions = Object.entries(sources).map(([value, { label }]) => ({ value, label }))
export const sourceLabel = (source: string) => sources[source]?.label ?? source
export const sourceIcon = (source: string): IconName => sources[source]?.icon ?? 'link'

/** Where a lead came from: an icon with its word for those who cannot see it. */
export function Source({ source }: { source: string }) {
  const label = sourceLabel(source)
  return (
    <span className="src" title={label}>
      <Icon name={sourceIcon(source)} size="sm" />
      <span className="vh">{label}</span>
    </span>
  )
}
