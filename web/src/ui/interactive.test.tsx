import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { CommandPalette } from './command-palette'
import { Composer } from './composer'
import { Dialog } from './dialog'
import { Field } from './field'
import { Menu } from './menu'
import { Tabs } from './tabs'
import { ToastProvider, useToast } from './toast'

function InboxTabs() {
  const [tab, setTab] = useState<'mine' | 'all'>('mine')
  return (
    <Tabs
      name="Conversations"
      current={tab}
      onChange={setTab}
      tabs={[
        { key: 'mine', label: 'For me', count: 3 },
        { key: 'all', label: 'All open' },
      ]}
    />
  )
}

function Opener() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Override
      </button>
      {open && (
        <Dialog title="Move without an appointment?" onClose={() => setOpen(false)}>
          <button type="button" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </Dialog>
      )}
    </>
  )
}

function Mover({ onUndo }: { onUndo: () => void }) {
  const toast = useToast()
  return (
    <button type="button" onClick={() => toast({ text: 'Theo Brandt moved to Qualified', action: { label: 'Undo', run: onUndo } })}>
      Move
    </button>
  )
}

test('tabs are walked with the arrows and only the chosen one is in the tab order', async () => {
  const user = userEvent.setup()
  render(<InboxTabs />)

  await user.tab()
  await user.keyboard('{ArrowRight}')

  expect(screen.getByRole('tab', { name: 'All open' })).toHaveAttribute('aria-selected', 'true')
  expect(screen.getByRole('tab', { name: 'All open' })).toHaveFocus()
  expect(screen.getByRole('tab', { name: /For me/ })).toHaveAttribute('tabindex', '-1')
})

test('a dialog closes on Escape and gives focus back to what opened it', async () => {
  const user = userEvent.setup()
  render(<Opener />)

  await user.click(screen.getByRole('button', { name: 'Override' }))
  expect(screen.getByRole('dialog', { name: 'Move without an appointment?' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Override' })).toHaveFocus()
})

test('a field is read with what is wrong with it', () => {
  render(<Field label="Phone" error="Two digits are missing." defaultValue="(512) 555-01" />)

  const phone = screen.getByRole('textbox', { name: 'Phone' })

  expect(phone).toBeInvalid()
  expect(phone).toHaveAccessibleDescription('Two digits are missing.')
})

test('a menu says which choice is set and does the chosen one', async () => {
  const user = userEvent.setup()
  const choose = vi.fn()
  render(
    <Menu
      name="Filter by grade"
      label="Grade"
      choices={[
        { key: 'HOT', label: 'Hot', checked: true, onChoose: () => {} },
        { key: 'WARM', label: 'Warm', checked: false, onChoose: choose },
      ]}
    />,
  )
  const menu = screen.getByRole('menu', { name: 'Filter by grade', hidden: true })

  expect(within(menu).getByRole('menuitemradio', { name: 'Hot', hidden: true })).toBeChecked()
  await user.click(within(menu).getByRole('menuitemradio', { name: 'Warm', hidden: true }))

  expect(choose).toHaveBeenCalledOnce()
})

test('the palette is walked from the box and Enter does the marked command', async () => {
  const user = userEvent.setup()
  const board = vi.fn()
  render(
    <CommandPalette
      query=""
      onQuery={() => {}}
      onClose={() => {}}
      empty="Nothing"
      commands={[
        { key: 'inbox', group: 'Go to', label: 'Inbox', run: () => {} },
        { key: 'board', group: 'Go to', label: 'Board', run: board },
      ]}
    />,
  )

  await user.type(screen.getByRole('combobox', { name: /Search people/ }), '{ArrowDown}')
  expect(screen.getByRole('option', { name: /Board/ })).toHaveAttribute('aria-selected', 'true')
  await user.keyboard('{Enter}')

  expect(board).toHaveBeenCalledOnce()
})

test('a toast is announced and its action undoes', async () => {
  const user = userEvent.setup()
  const undo = vi.fn()
  render(
    <ToastProvider>
      <Mover onUndo={undo} />
    </ToastProvider>,
  )

  await user.click(screen.getByRole('button', { name: 'Move' }))
  expect(screen.getByRole('status')).toHaveTextContent('Theo Brandt moved to Qualified')
  await user.click(screen.getByRole('button', { name: 'Undo' }))

  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText(/moved to Qualified/)).not.toBeInTheDocument()
})

test('the composer sends with Ctrl Enter, and says why when it may not', async () => {
  const user = userEvent.setup()
  const send = vi.fn()
  const box = { name: 'Reply to Camille', value: 'Calling you at 11', onChange: () => {}, onSend: send }
  const { rerender } = render(<Composer {...box} />)

  await user.type(screen.getByRole('textbox', { name: 'Reply to Camille' }), '{Control>}{Enter}{/Control}')
  expect(send).toHaveBeenCalledOnce()

  rerender(<Composer {...box} blocked={{ reason: 'The assistant is answering', instead: <button type="button">Take over</button> }} />)
  expect(screen.queryByRole('button', { name: 'Send' })).not.toBeInTheDocument()
  expect(screen.getByText('The assistant is answering')).toBeInTheDocument()
})
