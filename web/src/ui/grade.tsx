export type GradeRef = { score: number; grade: string }

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
    <span className={`grade ${look}`} title={`${grade.score} of 100, ${text}`}>
      <b>{grade.score}</b>
      {word ? ` ${text}` : <span className="vh">{text}</span>}
    </span>
  )
}

export const gradeOptions = looks.map(({ grade, word }) => ({ value: grade, label: word }))
