import type { Condition } from '@/api/generated/types.gen'
import { Select } from '@/ui/field'
import { facts } from './plan'

type Props = { name: string; when: Condition | null; error: string | undefined; onChange: (when: Condition | null) => void }

const tests: { test: Condition['test']; words: string }[] = [
  { test: 'KNOWN', words: 'is known' },
  { test: 'UNKNOWN', words: 'is not known' },
  { test: 'IS', words: 'is' },
  { test: 'IS_NOT', words: 'is not' },
]

/** Always, or only while a fact says so. */
export function ConditionEditor({ name, when, error, onChange }: Props) {
  const fact = facts.find((one) => one.key === when?.key)
  const values = fact?.values ?? []
  const put = (test: Condition['test'], value = values[0]?.value) =>
    when && onChange(test === 'IS' || test === 'IS_NOT' ? { key: when.key, test, value: value ?? null } : { key: when.key, test })
  return (
    <div className="condition">
      <Select
        label="Asked"
        value={when?.key ?? ''}
        error={error}
        onChange={(event) => onChange(event.target.value ? { key: event.target.value, test: 'KNOWN' } : null)}
      >
        <option value="">Always</option>
        {facts.map((one) => (
          <option key={one.key} value={one.key}>
            Depending on: {one.label.toLowerCase()}
          </option>
        ))}
      </Select>
      {when && (
        <Select
          label={`When ${fact?.label.toLowerCase() ?? when.key}`}
          value={when.test}
          onChange={(event) => {
            const chosen = tests.find((one) => one.test === event.target.value)
            if (chosen) put(chosen.test)
          }}
        >
          {tests
            .filter((one) => values.length > 0 || one.test === 'KNOWN' || one.test === 'UNKNOWN')
            .map((one) => (
              <option key={one.test} value={one.test}>
                {one.words}
              </option>
            ))}
        </Select>
      )}
      {when && (when.test === 'IS' || when.test === 'IS_NOT') && (
        <Select label={`Value for ${name}`} value={when.value ?? ''} onChange={(event) => put(when.test, event.target.value)}>
          {values.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </Select>
      )}
    </div>
  )
}
