import './agency-data.css'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  agencyExportsOptions,
  agencyExportsQueryKey,
  linkToExportMutation,
  meOptions,
  requestExportMutation,
} from '@/api/generated/@tanstack/react-query.gen'
import type { ExportView } from '@/api/generated/types.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'
import { DeleteAgency } from './delete-agency'
import { expiryOf, sizeOf } from './words'

const LOOK_AGAIN_MS = 1_000
const underWay = (one: ExportView | undefined) => one?.status === 'REQUESTED' || one?.status === 'RUNNING'

/** What an agency can do with all of its data at once: take a copy, or leave for good. Owners only; for others it is not there. */
export function YourData() {
  const { data: me } = useSuspenseQuery(meOptions())
  if (me.member.role !== 'OWNER') return null
  return (
    <div className="settings-form your-data">
      <CopyOfEverything />
      <DeleteAgency name={me.agency.name} />
    </div>
  )
}

function CopyOfEverything() {
  const queries = useQueryClient()
  const { data: made } = useQuery({
    ...agencyExportsOptions(),
    refetchInterval: ({ state }) => (underWay(state.data?.[0]) ? LOOK_AGAIN_MS : false),
  })
  const ask = useMutation({
    ...requestExportMutation(),
    onSettled: () => queries.invalidateQueries({ queryKey: agencyExportsQueryKey() }),
  })
  const newest = made?.[0]
  return (
    <Panel title="Your data">
      <p className="ink2">
        A copy of everything: leads, conversations, facts and scores, deals with their whole history, appointments, settings. One zip file,
        a table per file, one row per line (JSON). Passwords and keys are left out. Your people can go on working meanwhile.
      </p>
      {newest && <Newest one={newest} />}
      {ask.error && (
        <p className="note-line bad" role="alert">
          {sentenceFor(ask.error)}
        </p>
      )}
      <div>
        <Button icon="export" disabled={ask.isPending || underWay(newest)} onClick={() => ask.mutate({})}>
          {newest ? 'Make a new copy' : 'Make a copy'}
        </Button>
      </div>
    </Panel>
  )
}

function Newest({ one }: { one: ExportView }) {
  switch (one.status) {
    case 'REQUESTED':
    case 'RUNNING':
      return (
        <div className="export-line" role="status">
          <label htmlFor={one.id}>Making the copy: {one.percent} %</label>
          <progress id={one.id} max={100} value={one.percent} />
        </div>
      )
    case 'READY':
      return <Ready one={one} />
    case 'FAILED':
      return (
        <p className="note-line bad" role="alert">
          {one.problem}
        </p>
      )
    case 'EXPIRED':
      return <p className="note-line">The last copy was here for a day and is gone.</p>
  }
}

function Ready({ one }: { one: ExportView }) {
  const [began, setBegan] = useState(false)
  const link = useMutation({
    ...linkToExportMutation(),
    onSuccess: ({ url }) => {
      setBegan(true)
      globalThis.location.assign(url)
    },
  })
  return (
    <div className="export-line">
      <p role="status">
        <b className="semi">The copy is ready.</b>{' '}
        <span className="ink2">
          {(one.rows ?? 0).toLocaleString()} rows, {sizeOf(one.bytes ?? 0)}. {one.expiresAt && expiryOf(one.expiresAt)}
          {began && ' The download has begun.'}
        </span>
      </p>
      {link.error && (
        <p className="note-line bad" role="alert">
          {sentenceFor(link.error)}
        </p>
      )}
      <div>
        <Button look="primary" disabled={link.isPending} onClick={() => link.mutate({ path: { id: one.id } })}>
          Download the copy
        </Button>
      </div>
    </div>
  )
}
