import type { ChatMessage, State } from './contract'

type Language = 'en' | 'es'

const en = {
  you: 'You',
  assistant: 'Assistant',
  usual: 'Automated assistant',
  waiting: 'A person has been asked to join',
  joined: (name: string) => (name ? `${name} is here` : 'A person is here'),
  closed: 'This conversation is closed',
  close: 'Close chat',
  conversation: 'Conversation',
  messages: 'Messages',
  writing: 'The assistant is writing',
  offline: 'You are offline. What you write is kept here and goes out when the line is back.',
  message: 'Your message',
  write: 'Write a message',
  send: 'Send message',
  fine: 'Automated assistant. Ask for a person any time.',
  over: (count: number, most: string) => `${count} over ${most}. Shorten it, or send it in two.`,
  of: (count: number, most: number) => `${count} of ${most}`,
  otherTime: 'Which day and time suit you?',
  sending: 'Sending',
  kept: 'Kept, sent when the line is back.',
  tryNow: 'Try now',
  notSent: 'Not sent.',
  tryAgain: 'Try again',
  discard: 'Discard',
  homes: 'Homes',
  beds: (count: number) => `${count} bd`,
  baths: (count: number) => `${count} ba`,
  booked: 'Booked',
  withMember: (name: string) => `With ${name}`,
  addToCalendar: 'Add to calendar',
  moveOrCancel: 'Move or cancel',
  answers: 'Answers',
  consent: 'Your consent',
  agree: 'Agree',
  decline: 'No, thanks',
  mayContact: new Map([
    ['SMS', 'Yes, you may text me.'],
    ['EMAIL', 'Yes, you may e-mail me.'],
    ['CALL', 'Yes, you may call me.'],
  ]),
  mayContactMe: 'Yes, you may contact me.',
  dontContact: new Map([
    ['SMS', 'No, do not text me.'],
    ['EMAIL', 'No, do not e-mail me.'],
    ['CALL', 'No, do not call me.'],
  ]),
  dontContactMe: 'No, do not contact me.',
  day: 'Day',
  times: 'Times',
  timesOn: (day: string) => `Times on ${day}`,
  book: (day: string, time: string) => `Book ${day}, ${time}`,
  chooseTime: 'Choose a time',
  free: (count: number) => `${count} free`,
  full: 'full',
  other: 'Other',
  freeTimes: 'Free times',
  minutes: (count: number, zone: string) => `${count} min, ${zone}`,
}

const es: typeof en = {
  you: 'Usted',
  assistant: 'Asistente',
  usual: 'Asistente automático',
  waiting: 'Se pidió a una persona que se una',
  joined: (name) => (name ? `${name} está aquí` : 'Una persona está aquí'),
  closed: 'Esta conversación está cerrada',
  close: 'Cerrar chat',
  conversation: 'Conversación',
  messages: 'Mensajes',
  writing: 'El asistente está escribiendo',
  offline: 'No tiene conexión. Lo que escriba se guarda aquí y sale cuando vuelva.',
  message: 'Su mensaje',
  write: 'Escriba un mensaje',
  send: 'Enviar mensaje',
  fine: 'Asistente automático. Puede pedir una persona en cualquier momento.',
  over: (count, most) => `${count} de más sobre ${most}. Acórtelo o envíelo en dos.`,
  of: (count, most) => `${count} de ${most}`,
  otherTime: '¿Qué día y a qué hora le viene bien?',
  sending: 'Enviando',
  kept: 'Guardado, sale cuando vuelva la conexión.',
  tryNow: 'Probar ahora',
  notSent: 'No se envió.',
  tryAgain: 'Probar de nuevo',
  discard: 'Descartar',
  homes: 'Viviendas',
  beds: (count) => `${count} hab.`,
  baths: (count) => `${count} ${count === 1 ? 'baño' : 'baños'}`,
  booked: 'Reservada',
  withMember: (name) => `Con ${name}`,
  addToCalendar: 'Añadir al calendario',
  moveOrCancel: 'Cambiar o cancelar',
  answers: 'Respuestas',
  consent: 'Su consentimiento',
  agree: 'Aceptar',
  decline: 'No, gracias',
  mayContact: new Map([
    ['SMS', 'Sí, pueden enviarme mensajes.'],
    ['EMAIL', 'Sí, pueden escribirme por correo.'],
    ['CALL', 'Sí, pueden llamarme.'],
  ]),
  mayContactMe: 'Sí, pueden contactarme.',
  dontContact: new Map([
    ['SMS', 'Mensajes de texto no, gracias.'],
    ['EMAIL', 'Correos no, gracias.'],
    ['CALL', 'Llamadas no, gracias.'],
  ]),
  dontContactMe: 'Eso no, gracias.',
  day: 'Día',
  times: 'Horarios',
  timesOn: (day) => `Horarios del ${day}`,
  book: (day, time) => `Reservar el ${day}, ${time}`,
  chooseTime: 'Elija un horario',
  free: (count) => `${count} libres`,
  full: 'lleno',
  other: 'Otro',
  freeTimes: 'Horarios libres',
  minutes: (count, zone) => `${count} min, ${zone}`,
}

/** The words that only Spanish sentences of the assistant hold. */
const SPANISH = /[¿¡ñ]|\b(?:hola|gracias|usted|su|para|una|está|asistente)\b/i

let language: Language = 'en'

export const texts = () => (language === 'es' ? es : en)
export const spoken = () => language

/** The language that the assistant answered in last; before its first answer the browser's. */
export function languageOf(messages: readonly ChatMessage[], browser: string): Language {
  const last = messages.findLast((one) => one.author === 'ASSISTANT' && one.text !== '')
  const answered = last && messages.some((one) => one.author === 'LEAD' && one.seq < last.seq)
  if (answered) return SPANISH.test(last.text) ? 'es' : 'en'
  return browser.toLowerCase().startsWith('es') ? 'es' : 'en'
}

/** Switches what stands on the page; returns whether anything changed. */
export function speak(next: Language): boolean {
  if (next === language) return false
  language = next
  const words = texts()
  document.documentElement.lang = next
  const say = (selector: string, text: string) => {
    const element = document.querySelector(selector)
    if (element) element.textContent = text
  }
  const label = (selector: string, text: string) => document.querySelector(selector)?.setAttribute('aria-label', text)
  say('#typing .vh', words.writing)
  say('#offline', words.offline)
  say('label[for="text"]', words.message)
  say('footer > .fine', words.fine)
  label('#close', words.close)
  label('.talk', words.conversation)
  label('#log', words.messages)
  label('#send', words.send)
  document.querySelector('#text')?.setAttribute('placeholder', words.write)
  return true
}

export const stateWords = (state: State, member: string): string =>
  ({ ASSISTANT: texts().usual, WAITING: texts().waiting, MEMBER: texts().joined(member), CLOSED: texts().closed })[state]
