import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  articlesQueryKey,
  createArticleMutation,
  deleteArticleMutation,
  updateArticleMutation,
} from '@/api/generated/@tanstack/react-query.gen'
import type { Article } from '@/api/generated/types.gen'
import { count } from '@/lib/money'
import { fieldErrors, Problem, sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Check, Field, Select, TextArea } from '@/ui/field'

const LONGEST = 4000

type Props = { article: Article | undefined; mayChange: boolean; onClose: () => void }

/** One article. Its questions stand one a line; what somebody else saved meanwhile is never overwritten. */
export function ArticleDialog({ article, mayChange, onClose }: Props) {
  const queries = useQueryClient()
  const [form, setForm] = useState({
    title: article?.title ?? '',
    questions: (article?.questions ?? []).join('\n'),
    body: article?.body ?? '',
    language: article?.language ?? 'en',
    active: article?.active ?? true,
  })
  const done = {
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: articlesQueryKey() })
      onClose()
    },
  }
  const create = useMutation({ ...createArticleMutation(), ...done })
  const update = useMutation({ ...updateArticleMutation(), ...done })
  const remove = useMutation({ ...deleteArticleMutation(), ...done })
  const error = create.error ?? update.error ?? remove.error
  const errors = fieldErrors(error)
  const wrongQuestion = Object.entries(errors).find(([field]) => field.startsWith('questions'))?.[1]
  const stale = error instanceof Problem && error.code === 'stale-version'
  const put = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { ...form, questions: form.questions.split('\n').filter((line) => line.trim()) }
    if (!article) create.mutate({ body })
    else update.mutate({ path: { id: article.id }, headers: { 'If-Match': `"${article.version}"` }, body })
  }
  return (
    <Dialog title={article ? 'Article' : 'New article'} onClose={onClose} sheet>
      <form onSubmit={submit}>
        <fieldset className="grid gap-3" disabled={!mayChange}>
          <Field
            label="Title"
            required
            maxLength={120}
            value={form.title}
            error={errors.title}
            onChange={(event) => put({ title: event.target.value })}
          />
          <TextArea
            label="How leads ask for it"
            rows={3}
            placeholder="Where do visitors park?"
            value={form.questions}
            error={wrongQuestion}
            hint="One a line, 20 at most. The more wordings, the surer it is found."
            onChange={(event) => put({ questions: event.target.value })}
          />
          <TextArea
            label="What the assistant says"
            required
            rows={7}
            maxLength={LONGEST}
            value={form.body}
            error={errors.body}
            hint={`Said word for word. ${count(LONGEST - form.body.length)} characters left. A long text is said by the passage that fits.`}
            onChange={(event) => put({ body: event.target.value })}
          />
          <Select
            label="Language"
            value={form.language}
            error={errors.language}
            onChange={(event) => put({ language: event.target.value })}
          >
            <option value="en">English</option>
            <option value="es">Spanish</option>
          </Select>
          <Check label="The assistant may say it" checked={form.active} onChange={(event) => put({ active: event.target.checked })} />
          {stale ? (
            <p className="msg-bad" role="alert">
              Somebody else changed this article meanwhile. Nothing of theirs was overwritten. Close this, and open it again.
            </p>
          ) : (
            error &&
            Object.keys(errors).length === 0 && (
              <p className="msg-bad" role="alert">
                {sentenceFor(error)}
              </p>
            )
          )}
        </fieldset>
        <div className="row dialog-foot">
          {article && mayChange && (
            <Button
              look="danger"
              disabled={remove.isPending || stale}
              onClick={() => remove.mutate({ path: { id: article.id }, headers: { 'If-Match': `"${article.version}"` } })}
            >
              Remove {article.title}
            </Button>
          )}
          <span className="grow" />
          <Button look="ghost" onClick={onClose}>
            {mayChange ? 'Cancel' : 'Close'}
          </Button>
          {mayChange && (
            <Button look="primary" type="submit" disabled={create.isPending || update.isPending || stale}>
              Save article
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
