import { beforeEach, describe, expect, it } from 'vitest'
import type { ChatMessage } from './contract'
import { languageOf, speak, texts } from './texts'
import { dayWords } from './words'

const message = (seq: number, author: 'LEAD' | 'ASSISTANT', text: string): ChatMessage => ({
  seq,
  author,
  name: '',
  text,
  at: '2026-05-13T12:00:00Z',
  clientId: undefined,
  attachment: undefined,
})

const greeting = message(1, 'ASSISTANT', "Hi, I'm Harbor & Pine's automated assistant. How can I help?")

describe('the language of the chat', () => {
  beforeEach(() => {
    speak('en')
  })

  it('is the browser’s until something was answered', () => {
    expect(languageOf([], 'es-MX')).toBe('es')
    expect(languageOf([greeting, message(2, 'LEAD', 'Hola')], 'en-US')).toBe('en')
  })

  it('is the one that the assistant answered in, whatever the browser speaks', () => {
    const asked = [greeting, message(2, 'LEAD', 'Hola, busco casa')]
    expect(languageOf([...asked, message(3, 'ASSISTANT', '¿En qué zona busca?')], 'en-US')).toBe('es')
    expect(languageOf([...asked, message(3, 'ASSISTANT', 'Which area do you have in mind?')], 'es-ES')).toBe('en')
  })

  it('changes days, buttons and the page at once', () => {
    document.body.innerHTML = '<footer><textarea id="text" placeholder="Write a message"></textarea><p class="fine">…</p></footer>'

    expect(speak('es')).toBe(true)
    expect(speak('es')).toBe(false)

    expect(dayWords('2026-05-16').full).toBe('sábado, 16 de mayo')
    expect(texts().book('sábado', '10:30 a. m.')).toBe('Reservar el sábado, 10:30 a. m.')
    expect(document.querySelector('textarea')?.placeholder).toBe('Escriba un mensaje')
    expect(document.documentElement.lang).toBe('es')
  })
})
