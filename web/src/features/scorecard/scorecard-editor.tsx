import './scorecard.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  dropScorecardDraftMutation,
  keepScorecardDraftMutation,
  publishScorecardMutation,
  scorecardOptions,
  scorecardQueryKey,
} from '@/api/generated/@tanstack/react-query.gen'
import type { ScorecardSettings } from '@/api/generated/types.gen'
import { Problem, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { CalibrationPanel } from './calibration-panel'
import { PreviewPanel } from './preview-panel'
import { PublishDialog } from './publish-dialog'
import { RescoringLine } from './rescoring-line'
import { RulesPanel } from './rules-panel'
import { objectionTo, same } from './terms'
import { VersionsPanel } from './versions-panel'
import { WeightsPanel } from './weights-panel'

/** Events hurry it; where the stream is cut, progress still comes. */
const PROGRESS_MS = 1500

/** A scorecard per revision: what somebody else saved meanwhile starts it anew. */
export function ScorecardEditor({ mayChange }: { mayChange: boolean }) {
  const { data } = useSuspenseQuery({
    ...scorecardOptions(),
    refetchInterval: ({ state }) => (state.data?.rescoring && state.data.rescoring.finishedAt == null ? PROGRESS_MS : false),
  })
  return <Editor key={data.revision} saved={data} mayChange={mayChange} />
}

function Editor({ saved, mayChange }: { saved: ScorecardSettings; mayChange: boolean }) {
  const queries = useQueryClient()
  const stands = saved.versions[0]
  if (!stands) throw new Error('an agency always has a scorecard')
  const kept = saved.draft?.terms ?? stands.terms
  const [terms, setTerms] = useState(kept)
  const [publishing, setPublishing] = useState(false)
  const taken = { onSuccess: (next: ScorecardSettings) => queries.setQueryData(scorecardQueryKey(), next) }
  const keep = useMutation({ ...keepScorecardDraftMutation(), ...taken })
  const drop = useMutation({ ...dropScorecardDraftMutation(), ...taken })
  const publish = useMutation({ ...publishScorecardMutation(), ...taken })
  const headers = { 'If-Match': `"${saved.revision}"` }
  const changed = !same(terms, stands.terms)
  const objection = objectionTo(terms)
  const error = keep.error ?? drop.error
  const stale = [keep.error, drop.error, publish.error].some((one) => one instanceof Problem && one.code === 'stale-version')

  return (
    <div className="scorecard">
      {!mayChange && <p className="note-line">Owners and admins publish. You can look, and try what a change would do.</p>}
      {saved.rescoring && <RescoringLine rescoring={saved.rescoring} />}
      {stale && (
        <div role="alert" className="stale">
          <span className="grow">
            <b className="semi">Somebody else changed the scorecard meanwhile.</b> Nothing of theirs was overwritten.
          </span>
          <Button icon="refresh" onClick={() => void queries.invalidateQueries({ queryKey: scorecardQueryKey() })}>
            Load what stands now
          </Button>
        </div>
      )}
      <div className="scorecard-cols">
        <div className="grid gap-3">
          <WeightsPanel terms={terms} was={stands.terms} choices={saved.choices} onTerms={setTerms} />
          <RulesPanel terms={terms} choices={saved.choices} onTerms={setTerms} />
        </div>
        <div className="grid gap-3">
          <PreviewPanel terms={terms} changed={changed} objection={objection} />
          <CalibrationPanel />
          <VersionsPanel versions={saved.versions} choices={saved.choices} mayChange={mayChange} onUse={setTerms} />
        </div>
      </div>
      {error && !stale && (
        <p role="alert" className="msg-bad">
          {sentenceFor(error)}
        </p>
      )}
      {mayChange && (
        <div className="row settings-save">
          <span className="grow xs mute" role="status">
            {!same(terms, kept)
              ? 'Not kept yet.'
              : saved.draft
                ? `Draft of ${saved.draft.by.name}. It scores nobody until it is published.`
                : `Version ${stands.version} stands.`}
          </span>
          {(changed || saved.draft) && (
            <Button onClick={() => (saved.draft ? drop.mutate({ headers }) : setTerms(stands.terms))} disabled={drop.isPending}>
              Throw away
            </Button>
          )}
          <Button
            disabled={same(terms, kept) || objection !== null || keep.isPending}
            onClick={() => keep.mutate({ headers, body: terms })}
          >
            Keep draft
          </Button>
          <Button look="primary" disabled={!changed || objection !== null} onClick={() => setPublishing(true)}>
            Publish
          </Button>
        </div>
      )}
      {publishing && (
        <PublishDialog
          version={stands.version + 1}
          busy={publish.isPending}
          error={publish.error}
          onClose={() => setPublishing(false)}
          onPublish={(note) => publish.mutate({ headers, body: { terms, ...(note ? { note } : {}) } })}
        />
      )}
    </div>
  )
}
