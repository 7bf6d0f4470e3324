import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { articlesQueryKey, importArticlesMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { ArticleFile } from '@/api/generated/types.gen'
import { zArticleFile } from '@/api/generated/zod.gen'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { useToast } from '@/ui/toast'

/** Takes a file that Export wrote. Articles are known by language and title; those that the file does not name stay. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null)
  const toast = useToast()
  const queries = useQueryClient()
  const [unreadable, setUnreadable] = useState(false)
  const take = useMutation({
    ...importArticlesMutation(),
    onSuccess: ({ added, changed, unchanged }) => {
      void queries.invalidateQueries({ queryKey: articlesQueryKey() })
      toast({ text: `${added} added, ${changed} changed, ${unchanged} as before.` })
    },
  })
  const read = async (file: File) => {
    const content = readFile(await file.text())
    setUnreadable(!content)
    if (content) take.mutate({ body: content })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="File of articles"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void read(file)
          event.target.value = ''
        }}
      />
      <Button size="sm" icon="import" disabled={take.isPending} onClick={() => input.current?.click()}>
        Import
      </Button>
      {(unreadable || take.isError) && (
        <span className="msg-bad" role="alert">
          {unreadable ? 'This is no file of articles: take one that Export wrote.' : sentenceFor(take.error)}
        </span>
      )}
    </>
  )
}

function readFile(text: string): ArticleFile | undefined {
  try {
    return zArticleFile.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
