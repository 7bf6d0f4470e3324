import { TopBar } from '@/ui/top-bar'

export function SettingsPage() {
  return <TopBar title="Settings" />
}
