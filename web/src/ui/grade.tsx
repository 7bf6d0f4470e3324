import { Icon } from './icon'

export type GradeRef = { score: number; grade: string; byHand?: boolean }

const looks = [
  { grade: 'HOT', word: 'Hot', look: 'g-hot' },
  { grade: 'WARM', word: 'Warm', look: 'g-warm' },
  { grade: 'NURTURE', word: 'Nurture', look: 'g-nurture' },
  { grade: 'UNQUALIFIED', word: 'Unqualified', look: 'g-unq' },
] as const

const unqualified = looks[3]
const lookOf = (grade: string) => looks.find((look) => look.grade === grade) ?? unqualified

/** `86 Hot`. On cards and rows the word goes to screen readers only; a lead without a score is `New`. */
export function Grade({ grade, word = false }: { grade: GradeRef | null | undefined; word?: boolean }) {
  if (!grade) return <span className="tag">New</span>
  const { word: text, look } = lookOf(grade.grade)
  return (
    <span className={`grade ${look}`} title={`${grade.score} of 100, ${text}${grade.byHand ? ' by hand' : ''}`}>
      <b>{grade.score}</b>
      {grade.byHand && (
        <>
          <Icon name="pen" size="xs" />
          <span className="vh">by hand </span>
        </>
      )}
      {word ? ` ${text}` : <span className="vh">{text}</span>}
    </span>
  )
}

export const gradeOptions = looks.map(({ grade, word }) => ({ value: grade, label: word }))

export const gradeWord = (grade: string) => lookOf(grade).word
