import { useState } from 'react'
import type { QuestionLine } from '@/api/generated/types.gen'
import { Tabs } from '@/ui/tabs'
import { example } from './plan'

type Language = 'english' | 'spanish'

const languages: { key: Language; label: string }[] = [
  { key: 'english', label: 'English' },
  { key: 'spanish', label: 'Spanish' },
]

/** What the talk comes to as the list stands, before it is saved. */
export function ExampleTalk({ questions }: { questions: QuestionLine[] }) {
  const [language, setLanguage] = useState<Language>('english')
  const talk = example(questions, language)
  return (
    <section className="example-talk" aria-label="Example of the conversation">
      <h2 className="sect">
        How it goes
        <span className="aside">
          <Tabs name="Language of the example" tabs={languages} current={language} onChange={setLanguage} />
        </span>
      </h2>
      <ol lang={language === 'english' ? 'en' : 'es'}>
        {talk.map(({ question, asks, says }) => (
          <li key={question}>
            <p className="asks">{asks}</p>
            <p className="says" lang="en">
              {says}
            </p>
          </li>
        ))}
      </ol>
      <p className="xs mute">
        Whatever a lead has said already is not asked. A lead who wants to come is asked only what is set to Always. A question is put twice
        at most.
      </p>
    </section>
  )
}
