import { TopBar } from '@/ui/top-bar'

export function LeadsPage() {
  return <TopBar title="Leads" />
}
