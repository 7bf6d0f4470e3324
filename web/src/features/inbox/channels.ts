import type { IconName } from '@/ui/icon'

const channels: Record<string, { label: string; icon: IconName }> = {
  WEB_CHAT: { label: 'Chat', icon: 'chat' },
  FORM: { label: 'Form', icon: 'doc' },
  SMS: { label: 'Text', icon: 'phone' },
  EMAIL: { label: 'E-mail', icon: 'mail' },
  CALL: { label: 'Call', icon: 'phone' },
}

export const channelLabel = (channel: string) => channels[channel]?.label ?? channel
export const channelIcon = (channel: string): IconName => channels[channel]?.icon ?? 'chat'
