import { Dialog } from '@/ui/dialog'
import { Kbd } from '@/ui/kbd'
import { places } from './places'

const groups: { title: string; keys: [string[], string][] }[] = [
  {
    title: 'Anywhere',
    keys: [
      [['Ctrl K'], 'Search or jump'],
      [['['], 'Fold the sidebar'],
      [['?'], 'This list'],
      ...places.map((place): [string[], string] => [['G', place.key.toUpperCase()], `Go to ${place.label}`]),
    ],
  },
  {
    title: 'Board',
    keys: [
      [['←', '→', '↑', '↓'], 'Walk the cards'],
      [['Space'], 'Lift the card; arrows carry it, Enter drops, Esc puts it back'],
      [['M'], 'Move stage'],
      [['Enter'], 'Open the lead'],
    ],
  },
  {
    title: 'Inbox',
    keys: [
      [['J', 'K'], 'Next, previous'],
      [['R'], 'Reply'],
      [['Ctrl Enter'], 'Send'],
    ],
  },
]

export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title} className="grid gap-1">
          <h3 className="sect">{group.title}</h3>
          <dl className="keys">
            {group.keys.map(([keys, what]) => (
              <div key={what} className="row">
                <dt className="row gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
