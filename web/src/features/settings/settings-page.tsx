import './settings.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, Suspense } from 'react'
import { meOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Tabs } from '@/ui/tabs'
import { TopBar } from '@/ui/top-bar'
import { AgencyForm } from './agency-form'
import { AgentSight } from './agent-sight'
import { type SettingsTab, tabs } from './settings-tabs'
import { TeamList } from './team-list'
import { WidgetPanel } from './widget-panel'
import { WorkingHours } from './working-hours'

/** Tabs that are features of their own; the route brings them, each with the first look at it. */
export type Panels = Partial<Record<SettingsTab, ComponentType<{ mayChange: boolean }>>>

type Props = {
  tab: SettingsTab
  member: string | undefined
  panels: Panels
  onTab: (tab: SettingsTab, member?: string) => void
}

/** What the agency decided once: its name and colour, who works when, where the chat may stand. */
export function SettingsPage({ tab, member, panels, onTab }: Props) {
  const { data: me } = useSuspenseQuery(meOptions())
  const mayChange = me.member.role === 'OWNER' || me.member.role === 'ADMIN'
  const Panel = panels[tab]
  return (
    <>
      <TopBar title="Settings" tabs={<Tabs name="Settings" tabs={[...tabs]} current={tab} onChange={(next) => onTab(next)} />} />
      <div className="phone-only settings-tabs">
        <Tabs name="Settings" tabs={[...tabs]} current={tab} onChange={(next) => onTab(next)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard */}
      <section className="body settings" aria-label={`Settings: ${tabs.find((one) => one.key === tab)?.label}`} tabIndex={0}>
        {tab === 'agency' && <AgencyForm mayChange={mayChange} />}
        {tab === 'team' && <TeamList me={me.member.id} mayChange={mayChange} onHours={(id) => onTab('hours', id)} />}
        {tab === 'hours' && (
          <WorkingHours memberId={member ?? me.member.id} me={me.member.id} mayChange={mayChange} onMember={(id) => onTab('hours', id)} />
        )}
        {tab === 'widget' && <WidgetPanel onAgency={() => onTab('agency')} />}
        {Panel && (
          <Suspense>
            <Panel mayChange={mayChange} />
          </Suspense>
        )}
        {tab === 'team' && <AgentSight mayChange={mayChange} />}
      </section>
    </>
  )
}
