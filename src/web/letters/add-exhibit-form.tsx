import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from '../../core/letter/exhibit.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { CsrfField, Field } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

type Source = 'file' | 'document' | 'quote' | 'call_note'

/** A form for each way in which something becomes an exhibit. */
export function AddExhibit({ page, visit }: { page: MatterPage; visit: Visit }) {
  const w = visit.words.letters
  const hasPapers = page.documents.length > 0
  return (
    <>
      <Form page={page} visit={visit} source="file" summary={w.addFile} kind="documentary" />
      {hasPapers ? (
        <>
          <Form page={page} visit={visit} source="document" summary={w.addDocument} kind="documentary" />
          <Form page={page} visit={visit} source="quote" summary={w.addQuote} kind="documentary" />
        </>
      ) : null}
      <Form page={page} visit={visit} source="call_note" summary={w.addNote} kind="record" />
    </>
  )
}

function Form(props: { page: MatterPage; visit: Visit; source: Source; summary: string; kind: EvidenceKind }) {
  const { page, visit, source, summary } = props
  const { letters: w, shell } = visit.words
  const id = (name: string) => `exhibit-${source}-${name}`
  return (
    <details class="deed" id={`add-${source}`}>
      <summary>
        {w.add} · {summary}
      </summary>
      <form method="post" action={`/matters/${page.file.id}/exhibits`} enctype="multipart/form-data">
        <CsrfField visit={visit} />
        <input type="hidden" name="source" value={source} />
        {source === 'file' ? (
          <>
            <Field id={id('file')} label={w.file}>
              <input id={id('file')} type="file" name="files" required />
            </Field>
            <label class="check">
              <input type="checkbox" name="screenshot" value="yes" /> {w.isScreenshot}
            </label>
          </>
        ) : null}
        {source === 'document' || source === 'quote' ? (
          <Field id={id('document')} label={w.paper}>
            <select id={id('document')} name="document" required>
              {page.documents.map((paper) => (
                <option value={paper.id}>{paper.title || visit.words.document.untitled}</option>
              ))}
            </select>
          </Field>
        ) : null}
        {source === 'quote' || source === 'call_note' ? (
          <Field id={id('words')} label={source === 'quote' ? w.quote : w.note}>
            <textarea id={id('words')} name="words" rows={4} required maxLength={20000} />
          </Field>
        ) : null}
        <Field id={id('title')} label={w.title} help={w.titleHelp}>
          <input id={id('title')} name="title" required maxLength={120} />
        </Field>
        <Field id={id('kind')} label={w.evidenceKind}>
          <select id={id('kind')} name="evidence_kind" required>
            {Object.entries(EVIDENCE_KINDS).map(([key, said]) => (
              <option value={key} selected={key === props.kind}>
                {said[visit.language]}
              </option>
            ))}
          </select>
        </Field>
        <Field id={id('origin')} label={w.origin} help={w.originHelp}>
          <input id={id('origin')} name="origin" required maxLength={120} />
        </Field>
        <Field id={id('taken')} label={w.takenOn}>
          <input id={id('taken')} type="date" name="taken_on" value={shanghaiDay(visit.now)} required />
        </Field>
        <Field id={id('pages')} label={shell.optional(w.pagesLabel)}>
          <input id={id('pages')} type="number" name="pages" min={1} max={9999} />
        </Field>
        <Field id={id('place')} label={shell.optional(w.place)}>
          <input id={id('place')} name="place" maxLength={120} />
        </Field>
        <button class="primary" type="submit">
          {w.add}
        </button>
      </form>
    </details>
  )
}
