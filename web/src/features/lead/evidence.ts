import { createContext, use } from 'react'

/** What is pointed at: a fact in the panel and the words it came from light up together, whichever of the two the person is on. */
type Evidence = {
  pointed: string | null
  point: (factId: string | null) => void
  /** Scrolls to the words of a fact, or to the message when the words are not marked. */
  reveal: (where: { factId?: string | undefined; messageId?: string | null | undefined }) => void
}

export const EvidenceContext = createContext<Evidence>({ pointed: null, point: () => {}, reveal: () => {} })
export const useEvidence = () => use(EvidenceContext)
