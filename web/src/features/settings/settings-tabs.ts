export const tabs = [
  { key: 'agency', label: 'Agency' },
  { key: 'team', label: 'Team' },
  { key: 'hours', label: 'Working hours' },
  { key: 'widget', label: 'Widget' },
  { key: 'assistant', label: 'Assistant' },
  { key: 'questions', label: 'Questions' },
  { key: 'knowledge', label: 'Knowledge' },
  { key: 'listings', label: 'Listings' },
  { key: 'scorecard', label: 'Scorecard' },
  { key: 'security', label: 'Security' },
  { key: 'api-keys', label: 'API keys' },
  { key: 'audit', label: 'Audit' },
  { key: 'account', label: 'My account' },
] as const

export type SettingsTab = (typeof tabs)[number]['key']

/** An unknown tab in a link is the first one. */
export const readTab = (value: string): SettingsTab => tabs.find((tab) => tab.key === value)?.key ?? 'agency'
