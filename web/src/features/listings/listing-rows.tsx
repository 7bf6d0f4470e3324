import { useMutation, useQueryClient } from '@tanstack/react-query'
import { setListingStatusMutation } from '@/api/generated/@tanstack/react-query.gen'
import type { ListingRow } from '@/api/generated/types.gen'
import { fullMoney } from '@/lib/money'
import { sentenceFor } from '@/lib/problem'
import { everyListing } from './listings-list'
import { statuses, statusWords } from './listings-search'

const kinds: Record<ListingRow['propertyType'], string> = {
  HOUSE: 'House',
  CONDO: 'Condo',
  TOWNHOUSE: 'Townhouse',
  APARTMENT: 'Apartment',
  LAND: 'Land',
}

export function ListingRows({ rows, mayChange }: { rows: ListingRow[]; mayChange: boolean }) {
  return (
    <div className="panel sheet listing-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Home</th>
            <th scope="col" className="desk-only">
              Area
            </th>
            <th scope="col" className="desk-only">
              Kind
            </th>
            <th scope="col" className="tar">
              Price
            </th>
            <th scope="col" className="tar desk-only">
              Beds, baths
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((home) => (
            <tr key={home.id}>
              <th scope="row">
                <span className="med block clip">{home.name}</span>
                <span className="mute xs block clip">{home.address === home.name ? home.key : home.address}</span>
              </th>
              <td className="desk-only clip">{home.area}</td>
              <td className="desk-only mute">{kinds[home.propertyType]}</td>
              <td className="tar num">
                {fullMoney({ amount: home.priceMinor, currency: home.currency })}
                {home.offer === 'RENT' && <span className="mute xs block">a month</span>}
              </td>
              <td className="tar num mute desk-only">{home.propertyType === 'LAND' ? '' : `${home.beds}, ${home.baths}`}</td>
              <td>{mayChange ? <StatusSelect home={home} /> : <span className="tag">{statusWords[home.status]}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Saved as it is chosen. What somebody else changed meanwhile is loaded and shown, never overwritten. */
function StatusSelect({ home }: { home: ListingRow }) {
  const queries = useQueryClient()
  const set = useMutation({
    ...setListingStatusMutation(),
    onSettled: () =>
      queries.invalidateQueries({
        queryKey: everyListing,
      }),
  })
  const shown = set.isPending ? set.variables.body.status : home.status
  return (
    <>
      <select
        className="input status-select"
        aria-label={`Status of ${home.name}`}
        value={shown}
        disabled={set.isPending}
        onChange={(event) => {
          const status = statuses.find((one) => one === event.target.value)
          if (status) set.mutate({ path: { id: home.id }, headers: { 'If-Match': `"${home.version}"` }, body: { status } })
        }}
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {statusWords[status]}
          </option>
        ))}
      </select>
      {set.isError && (
        <span className="msg-bad" role="alert">
          {sentenceFor(set.error)}
        </span>
      )}
    </>
  )
}
