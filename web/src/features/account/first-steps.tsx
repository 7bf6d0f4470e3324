import './first-steps.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { leadsOptions, widgetSettingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { buttonClass } from '@/ui/button'
import { CopyText } from '@/ui/copy-text'
import { Icon } from '@/ui/icon'

/** What a new agency does first. It is gone once anybody has written. */
export function FirstSteps() {
  const { data: leads } = useQuery(leadsOptions({ query: {} }))
  const { data: widget } = useQuery(widgetSettingsOptions())
  if (!widget || !leads || leads.items.length > 0) return null
  return (
    <section className="first-steps" aria-labelledby="first-steps-title">
      <div>
        <h2 id="first-steps-title">Put the chat on your site</h2>
        <p className="ink2">
          One line before the end of the body of each page. Whoever writes is answered at once and stands here as a deal.
        </p>
        <CopyText text={widget.snippet} name="Copy the snippet" />
      </div>
      <ol>
        <li>
          <Link to="/settings/$tab" params={{ tab: 'agency' }} className={buttonClass()}>
            <Icon name="globe" size="sm" />
            Say which sites may show it
          </Link>
        </li>
        <li>
          <a href={widget.captureUrl} target="_blank" rel="noreferrer" className={buttonClass()}>
            <Icon name="chat" size="sm" />
            Write to it yourself
          </a>
        </li>
        <li>
          <Link to="/settings/$tab" params={{ tab: 'hours' }} className={buttonClass()}>
            <Icon name="clock" size="sm" />
            Check your working hours
          </Link>
        </li>
      </ol>
    </section>
  )
}
