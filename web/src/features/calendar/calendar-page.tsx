import { TopBar } from '@/ui/top-bar'

export function CalendarPage() {
  return <TopBar title="Calendar" />
}
