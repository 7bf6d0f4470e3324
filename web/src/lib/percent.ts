/** A share of one, in whole percents: `82%`; below one, with a decimal: `0.4%`. */
export const percent = (share: number) => (share > 0 && share < 0.01 ? `${(share * 100).toFixed(1)}%` : `${Math.round(share * 100)}%`)
