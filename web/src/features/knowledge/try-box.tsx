import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { tryKnowledgeMutation } from '@/api/generated/@tanstack/react-query.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field, Select } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { Panel } from '@/ui/panel'

/** Asks as a lead would. What is saved counts, so that the answer is the one that leads get. */
export function TryBox() {
  const [words, setWords] = useState('')
  const [language, setLanguage] = useState('en')
  const asked = useMutation(tryKnowledgeMutation())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    asked.mutate({ body: { words, language } })
  }
  const answer = asked.data?.answer
  return (
    <Panel title="Try it">
      <form className="try-box" onSubmit={submit}>
        <Field
          label="Ask as a lead would"
          placeholder="Where can I park when I come to the office?"
          required
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select label="Language" value={language} onChange={(event) => setLanguage(event.target.value)}>
          <option value="en">English</option>
          <option value="es">Spanish</option>
        </Select>
        <Button type="submit" disabled={!words.trim() || asked.isPending}>
          Ask
        </Button>
      </form>
      <div role="status">
        {asked.isSuccess &&
          (answer ? (
            <div className="tried">
              <p>{answer.text}</p>
              <p className="row mute xs">
                <Icon name="doc" size="xs" />
                From “{answer.title}”, word for word
              </p>
            </div>
          ) : (
            <div className="tried none">
              <p>No article covers this.</p>
              <p className="mute xs">
                The assistant says that it does not know, and an agent gets the question as a task. Add the lead's wording to the article
                that should answer it.
              </p>
            </div>
          ))}
      </div>
      {asked.isError && (
        <p className="msg-bad" role="alert">
          {sentenceFor(asked.error)}
        </p>
      )}
    </Panel>
  )
}
