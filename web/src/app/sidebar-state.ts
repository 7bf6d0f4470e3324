import { stored } from '@/lib/stored'

export const sidebar = stored('doorstep.sidebar', ['auto', 'open', 'folded'], 'auto')
