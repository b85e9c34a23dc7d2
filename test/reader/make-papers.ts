import {
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import excel from 'exceljs'
import PDFDocument from 'pdfkit'
import { makeZip, type ZipPart } from './make-zip.ts'

/** A contract with everything that is easily lost: header, footer, table, list, footnote, link. */
export async function aDocx(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const row = (...texts: string[]) => new TableRow({ children: texts.map(cell) })
  const file = new Document({
    title: '会员服务合同',
    footnotes: { 1: { children: [new Paragraph('脚注:收益由担保公司兜底。')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('页眉:云栖康养服务中心')] }) },
        footers: { default: new Footer({ children: [new Paragraph('页脚:客服 0000-0000')] }) },
        children: [
          new Paragraph({ text: '会员服务合同', heading: 'Heading1' }),
          new Paragraph({
            children: [new TextRun('甲方承诺年化收益12%'), new FootnoteReferenceRun(1), new TextRun('。')],
          }),
          new Table({ rows: [row('档次', '金额'), row('金卡', '80,000元')] }),
          new Paragraph({ text: '先到先得', bullet: { level: 0 } }),
          new Paragraph({
            children: [
              new ExternalHyperlink({ link: 'https://example.invalid/join', children: [new TextRun('点此报名')] }),
            ],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

/** A docx of the fewest parts around the given body. */
export function aBareDocx(body: string, extra: ZipPart[] = [], prolog = ''): Buffer {
  return makeZip([
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    part(
      'word/document.xml',
      `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  ])
}

export function part(name: string, text: string): ZipPart {
  return { name, data: Buffer.from(text) }
}

export async function anXlsx(fill: (book: excel.Workbook) => void): Promise<Buffer> {
  const book = new excel.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** An xlsx of the fewest parts around the given contents of its one sheet, S. */
export function aBareXlsx(sheet: string): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return makeZip([
    part('[Content_Types].xml', `<Types xmlns="${packages}/content-types"/>`),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}">${sheet}</worksheet>`),
  ])
}

/** A PDF with one page per text (standard font, so ASCII only); a page without text gets a drawn box. */
export function aPdf(pages: string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const file = new PDFDocument({ autoFirstPage: false, ...options })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<Buffer>((resolve) => file.on('end', () => resolve(Buffer.concat(chunks))))
  for (const text of pages) {
    file.addPage()
    if (text) file.text(text)
    else file.rect(50, 50, 200, 200).fill('#999')
  }
  file.end()
  return whole
}

/** A PDF that names a Chinese font and character map without carrying either, as office printers in China write them. */
export function aPdfWithoutItsFont(text: string): Buffer {
  const shown = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const content = `BT /F1 12 Tf 50 700 Td <${shown}> Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [at, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** A compound file with one directory sector that holds streams of these names. */
export function anOleFile(...streams: string[]): Buffer {
  const file = Buffer.alloc(512 + 512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  for (const [at, name] of streams.entries()) {
    const entry = 512 + at * 128
    file.write(name, entry, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, entry + 64)
    file[entry + 66] = 2
  }
  return file
}

/** The smallest file a picture viewer would call a png. */
export const A_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
