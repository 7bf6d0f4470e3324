import { useSuspenseQuery } from '@tanstack/react-query'
import { agencySettingsOptions, widgetSettingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Button, buttonClass } from '@/ui/button'
import { CopyText } from '@/ui/copy-text'
import { Icon } from '@/ui/icon'
import { Panel } from '@/ui/panel'

/** The one line for the agency's site, the page for those without one, and the chat itself to try. */
export function WidgetPanel({ onAgency }: { onAgency: () => void }) {
  const { data: widget } = useSuspenseQuery(widgetSettingsOptions())
  const { data: agency } = useSuspenseQuery(agencySettingsOptions())
  return (
    <div className="widget-settings">
      <div className="settings-form">
        <Panel title="On your site">
          <p className="ink2">Put this line before the end of the body of each page. The chat loads after your page and slows nothing.</p>
          <CopyText text={widget.snippet} name="Copy the snippet" />
          {agency.allowedOrigins.length > 0 ? (
            <p className="xs mute">It shows on {agency.allowedOrigins.join(', ')}.</p>
          ) : (
            <div className="row">
              <p className="xs ink2 grow">No site may show it yet.</p>
              <Button size="sm" onClick={onAgency}>
                Add your site
              </Button>
            </div>
          )}
        </Panel>
        <Panel title="Without a site">
          <p className="ink2">Your public page takes leads by form and by chat. Link to it from a profile, a post or a sign.</p>
          <CopyText text={widget.captureUrl} name="Copy the address of your page" />
          <a className={buttonClass('default', 'sm', 'w-fit')} href={widget.captureUrl} target="_blank" rel="noreferrer">
            <Icon name="globe" size="sm" />
            Open your page
          </a>
        </Panel>
      </div>
      <section className="widget-preview" aria-label="Try it">
        <h2 className="sect">
          Try it
          <span className="aside">
            <a className="link" href={widget.chatUrl} target="_blank" rel="noreferrer">
              Open alone
            </a>
          </span>
        </h2>
        <iframe title="Preview of the chat" src={widget.previewUrl ?? `/chat/${widget.siteKey}`} />
        <p className="xs mute">What you write here arrives as a real lead.</p>
      </section>
    </div>
  )
}
