import './knowledge.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { articlesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { Article } from '@/api/generated/types.gen'
import { Button, buttonClass } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { Icon } from '@/ui/icon'
import { Panel } from '@/ui/panel'
import { TimeAgo } from '@/ui/time-text'
import { ArticleDialog } from './article-dialog'
import { ImportButton } from './import-button'
import { TryBox } from './try-box'

/** What the assistant may say about the agency: its articles, and a box to ask as a lead would. */
export function KnowledgePanel({ mayChange }: { mayChange: boolean }) {
  const { data: articles } = useSuspenseQuery(articlesOptions())
  const [open, setOpen] = useState<Article | 'new'>()
  return (
    <div className="settings-form wide">
      {!mayChange && <p className="note-line">Owners and admins change these. You can look and try.</p>}
      <TryBox />
      <Panel
        title="Articles"
        count={articles.length}
        aside={
          <span className="row article-actions">
            {articles.length > 0 && (
              <a className={buttonClass('default', 'sm')} href="/api/settings/knowledge/export" download="articles.json">
                <Icon name="export" size="sm" />
                Export
              </a>
            )}
            {mayChange && (
              <>
                <ImportButton />
                <Button size="sm" look="primary" icon="plus" onClick={() => setOpen('new')}>
                  New article
                </Button>
              </>
            )}
          </span>
        }
      >
        {articles.length === 0 ? (
          <Empty icon="doc" title="Nothing written yet">
            Until there is an article, the assistant says that it does not know, and an agent gets the question.
          </Empty>
        ) : (
          <ul className="articles">
            {articles.map((article) => (
              <li key={article.id}>
                <button type="button" className="article" onClick={() => setOpen(article)}>
                  <span className="row article-top">
                    <b className="semi clip">{article.title}</b>
                    {article.language === 'es' && <span className="tag">Spanish</span>}
                    {!article.active && <span className="tag">Off</span>}
                  </span>
                  <span className="mute article-body">{article.body}</span>
                  <span className="mute xs article-note">
                    {article.questions.length === 0
                      ? 'No question written: found by its own words only'
                      : article.questions.length === 1
                        ? '1 question'
                        : `${article.questions.length} questions`}
                    {' · '}
                    {article.updatedBy == null ? (
                      'came with the agency'
                    ) : (
                      <>
                        {article.updatedBy}, <TimeAgo at={article.updatedAt} />
                      </>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {open && <ArticleDialog article={open === 'new' ? undefined : open} mayChange={mayChange} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
