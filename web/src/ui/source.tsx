import { Icon, type IconName } from './icon'

export const sourceKeys = ['WEB_CHAT', 'FORM', 'SMS', 'EMAIL', 'ADS', 'PORTAL', 'REFERRAL', 'PHONE', 'IMPORT', 'API', 'MANUAL'] as const

const sources: Record<(typeof sourceKeys)[number], { icon: IconName; label: string }> = {
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

export const sourceKey = (source: string) => sourceKeys.find((key) => key === source)

const sourceOf = (source: string) => {
  const known = sourceKey(source)
  return known ? sources[known] : { icon: 'link' as const, label: source }
}

export const sourceOptions = sourceKeys.map((value) => ({ value, label: sources[value].label }))
export const sourceLabel = (source: string) => sourceOf(source).label
export const sourceIcon = (source: string): IconName => sourceOf(source).icon

/** Where a lead came from: an icon with its word for those who cannot see it. */
export function Source({ source }: { source: string }) {
  const { icon, label } = sourceOf(source)
  return (
    <span className="src" title={label}>
      <Icon name={icon} size="sm" />
      <span className="vh">{label}</span>
    </span>
  )
}
