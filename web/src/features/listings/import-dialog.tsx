import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { importListingsMutation, previewListingsMutation } from '@/api/generated/@tanstack/react-query.gen'
import { count } from '@/lib/money'
import { sentenceFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'
import { ImportPreview } from './import-preview'
import { everyListing } from './listings-list'

/** A file is read first and nothing is written; what it would do is shown, then done. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const preview = useMutation(previewListingsMutation())
  const take = useMutation({
    ...importListingsMutation(),
    onSuccess: () =>
      queries.invalidateQueries({
        queryKey: everyListing,
      }),
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    take.reset()
    preview.mutate({ body: chosen })
  }
  const report = take.data ?? preview.data
  const writes = (preview.data?.added ?? 0) + (preview.data?.changed ?? 0)
  const error = take.error ?? preview.error

  return (
    <Dialog title="Import listings" onClose={onClose} sheet>
      <div className="import">
        {!take.isSuccess && (
          <label className="import-file">
            <Icon name="import" />
            <span className="grow">
              <b className="semi block">{file ? file.name : 'Choose a CSV or JSON file'}</b>
              <span className="mute xs">
                In the names of the RESO Data Dictionary: ListingKey, StandardStatus, ListPrice, UnparsedAddress and so on. 20 MB at most.
              </span>
            </span>
            <input
              type="file"
              accept=".csv,.json,.txt,text/csv,application/json"
              onChange={(event) => {
                const chosen = event.target.files?.[0]
                if (chosen) choose(chosen)
                event.target.value = ''
              }}
            />
          </label>
        )}
        <div role="status">
          {preview.isPending && <p className="mute">Reading {file?.name}</p>}
          {take.isPending && <p className="mute">Writing {count(writes)} homes</p>}
          {take.isSuccess && <p className="semi">Done. Homes that the file does not name stayed as they were.</p>}
        </div>
        {error ? (
          <p className="msg-bad" role="alert">
            {sentenceFor(error)}
          </p>
        ) : (
          report && <ImportPreview report={report} done={take.isSuccess} />
        )}
      </div>
      <div className="row justify-end import-foot">
        <Button look={take.isSuccess ? 'primary' : 'ghost'} onClick={onClose}>
          {take.isSuccess ? 'Close' : 'Cancel'}
        </Button>
        {!take.isSuccess && (
          <Button
            look="primary"
            disabled={!file || preview.isPending || take.isPending || writes === 0}
            onClick={() => file && take.mutate({ body: file })}
          >
            {writes === 0 ? 'Import' : `Import ${count(writes)} ${writes === 1 ? 'home' : 'homes'}`}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
