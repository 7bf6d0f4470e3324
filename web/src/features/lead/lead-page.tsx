import { TopBar } from '@/ui/top-bar'

export function LeadPage({ leadId }: { leadId: string }) {
  return <TopBar title={leadId} />
}
