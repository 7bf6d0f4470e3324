import type { AssistantSettings } from '@/api/generated/types.gen'

type Engine = AssistantSettings['engine']

const engines: { engine: Engine; name: string; note: string }[] = [
  { engine: 'BUILT_IN', name: 'Built-in engine', note: 'Answers within the second. Needs no key and no network, and costs nothing.' },
  {
    engine: 'MODEL',
    name: 'Language model',
    note: 'Reads and words along with the built-in engine, which checks it, and answers alone whenever the model is late or wrong.',
  },
]

/** Two ways, with what each means. */
export function EngineChoice({ engine, onEngine }: { engine: Engine; onEngine: (engine: Engine) => void }) {
  return (
    <div role="radiogroup" aria-label="Who helps the assistant" className="engine-choice">
      {engines.map((one) => (
        <label key={one.engine} className="engine-way">
          <input type="radio" name="engine" checked={engine === one.engine} onChange={() => onEngine(one.engine)} />
          <span>
            <b className="semi">{one.name}</b>
            <span className="mute block">{one.note}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
