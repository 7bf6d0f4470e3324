import { TopBar } from '@/ui/top-bar'

export function AnalyticsPage() {
  return <TopBar title="Analytics" />
}
