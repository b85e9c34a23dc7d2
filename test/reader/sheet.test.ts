import { expect } from 'chai'
import iconv from 'iconv-lite'
import { mapColumns } from '../../src/reader/column-map.ts'
import { readFile } from '../../src/reader/index.ts'
import { papersOf, reasonOf, rowsOf } from './expect-reading.ts'
import { aBareXlsx, anXlsx } from './make-papers.ts'

const CSV =
  '工单号,投诉内容,投诉人,联系电话,投诉日期,被投诉单位\n' +
  'A-1,"交了八万元,不退",甲某,0000001,2026/3/1,云栖康养中心\n' +
  '\n' +
  'A-2,"第一行\n第二行",乙某,0000002,2026年3月12日,\n'

describe('column map', () => {
  it('knows headings in Chinese and English, with signs and notes around them', () => {
    expect(
      mapColumns([
        '编号',
        '投诉内容(必填)*',
        '类型',
        '日期',
        '行政区划',
        '主体类型',
        '来源渠道',
        '标题',
        '姓名',
        '手机',
      ]),
    ).to.deep.equal(['external', 'text', 'kind', 'date', 'region', 'entity', 'channel', 'title', 'name', 'phone'])
    expect(mapColumns(['ID', 'Content:', 'Entity Type', 'Phone_Number'])).to.deep.equal([
      'external',
      'text',
      'entity',
      'phone',
    ])
  })

  it('does not take the seller’s name and telephone for the complainant’s', () => {
    expect(mapColumns(['内容', '被投诉人', '被投诉人电话', '商家名称', '企业电话'])).to.deep.equal([
      'text',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('counts the first of two date columns and leaves the second with the text', () => {
    expect(mapColumns(['内容', '投诉时间', '登记时间'])).to.deep.equal(['text', 'date', undefined])
  })

  it('maps nothing where no column holds text', () => {
    expect(mapColumns(['编号', '姓名', '金额'])).to.equal(undefined)
  })
})

describe('reading csv', () => {
  it('makes a paper of each row, numbered as a spreadsheet program would', async () => {
    const papers = papersOf(await readFile(Buffer.from(CSV), 'a.csv'))
    expect(papers).to.deep.equal([
      {
        locator: 'row 2',
        text: '交了八万元,不退\n被投诉单位:云栖康养中心',
        fields: { external: 'A-1', text: '交了八万元,不退', name: '甲某', phone: '0000001', date: '2026-03-01' },
      },
      {
        locator: 'row 4',
        text: '第一行\n第二行',
        fields: { external: 'A-2', text: '第一行\n第二行', name: '乙某', phone: '0000002', date: '2026-03-12' },
      },
    ])
  })

  it('keeps the cells by heading for whoever takes an export apart; of two columns with one heading the first', async () => {
    const csv = '编号,投诉内容,姓名,姓名,\n1,到期不退,甲,乙,无名\n'
    expect(rowsOf(await readFile(Buffer.from(csv), 'a.csv'))).to.deep.equal([
      { 编号: '1', 投诉内容: '到期不退', 姓名: '甲' },
    ])
  })

  it('lets no identity into the text', async () => {
    const csv = '姓名,手机,身份证号,家庭住址,电子邮箱,内容\n甲某,0000001,000000X,某街一号,a@example.invalid,到期不退\n'
    const [paper] = papersOf(await readFile(Buffer.from(csv), 'a.csv'))
    expect(paper).to.deep.equal({
      locator: 'row 2',
      text: '到期不退',
      fields: { name: '甲某', phone: '0000001', text: '到期不退' },
    })
  })

  it('puts a title before the text it does not already stand in', async () => {
    const csv = '标题,正文\n年化12%,入住即返\n入住,入住即返\n'
    expect(papersOf(await readFile(Buffer.from(csv), 'a.csv')).map(({ text }) => text)).to.deep.equal([
      '年化12%\n入住即返',
      '入住即返',
    ])
  })

  for (const delimiter of [';', '\t']) {
    it(`finds ${JSON.stringify(delimiter)} between columns`, async () => {
      const csv = `id${delimiter}text\n1${delimiter}保本,保息,返利\n2${delimiter}到期,还本,付息\n`
      const papers = papersOf(await readFile(Buffer.from(csv), 'a.csv'))
      expect(papers.map(({ fields }) => [fields.external, fields.text])).to.deep.equal([
        ['1', '保本,保息,返利'],
        ['2', '到期,还本,付息'],
      ])
    })
  }

  for (const encoding of ['gb18030', 'utf-16le']) {
    it(`reads ${encoding}, as Excel saves it`, async () => {
      const bytes = iconv.encode(CSV, encoding, { addBOM: encoding === 'utf-16le' })
      expect(papersOf(await readFile(bytes, 'a.csv')).map(({ fields }) => fields.external)).to.deep.equal([
        'A-1',
        'A-2',
      ])
    })
  }

  it('reads a byte order mark as no part of the first heading', async () => {
    expect(papersOf(await readFile(Buffer.from(`\ufeff${CSV}`), 'a.csv'))[0]!.fields.external).to.equal('A-1')
  })

  it('makes one paper of a table without a text column', async () => {
    const csv = '档次,金额\n金卡,八万\n,\n银卡,三万\n'
    expect(papersOf(await readFile(Buffer.from(csv), 'a.csv'))).to.deep.equal([
      { locator: 'table', text: '档次\t金额\n金卡\t八万\n银卡\t三万', fields: {} },
    ])
  })

  it('reads on past a quotation mark that never closes', async () => {
    const csv = 'id,text\n1,"保本\n2,保息\n'
    expect(papersOf(await readFile(Buffer.from(csv), 'a.csv'))).to.have.length(2)
  })

  it('reads text exported under the old Excel name', async () => {
    expect(papersOf(await readFile(Buffer.from('编号\t内容\n1\t到期不退\n'), 'a.xls'))).to.have.length(1)
  })

  it('calls a table without words empty', async () => {
    expect(reasonOf(await readFile(Buffer.from(',,\n,,\n'), 'a.csv'))).to.equal('empty')
    expect(reasonOf(await readFile(Buffer.from('编号,内容\n1,\n'), 'a.csv'))).to.equal('empty')
  })
})

describe('reading xlsx', () => {
  it('makes a paper of each row under a heading below a banner, from every visible sheet', async () => {
    const bytes = await anXlsx((book) => {
      const sheet = book.addWorksheet('三月')
      sheet.addRow(['投诉举报登记表'])
      sheet.addRow(['编号', '投诉内容', '联系电话', '登记日期'])
      sheet.addRow([101, '到期不退', 13000000000, new Date(Date.UTC(2026, 2, 1))])
      sheet.addRow([])
      sheet.addRow([102, '收取押金', '', new Date(Date.UTC(2026, 2, 2, 9, 30))])
      sheet.mergeCells('A1:D1')
      book.addWorksheet('字典', { state: 'hidden' }).addRow(['内容', '不应读入'])
      book.addWorksheet('说明').addRow(['本表由窗口填写'])
    })
    expect(papersOf(await readFile(bytes, 'a.xlsx'))).to.deep.equal([
      {
        locator: '三月!3',
        text: '到期不退',
        fields: { external: '101', text: '到期不退', phone: '13000000000', date: '2026-03-01' },
      },
      {
        locator: '三月!5',
        text: '收取押金',
        fields: { external: '102', text: '收取押金', date: '2026-03-02T09:30:00' },
      },
      { locator: '说明', text: '本表由窗口填写', fields: {} },
    ])
  })

  it('reads results of formulas, percentages as shown, rich text and link words', async () => {
    const bytes = await anXlsx((book) => {
      const sheet = book.addWorksheet('S')
      sheet.addRow(['内容', '收益', '金额', '备注', '网址', '坏'])
      const row = sheet.addRow(['到期不退', 0.125])
      row.getCell(2).numFmt = '0.0%'
      row.getCell(3).value = { formula: 'A1*2', result: 80000 }
      row.getCell(4).value = { richText: [{ text: '保' }, { font: { bold: true }, text: '本' }] }
      row.getCell(5).value = { text: '点此', hyperlink: 'https://example.invalid' }
      row.getCell(6).value = { error: '#N/A' }
    })
    expect(papersOf(await readFile(bytes, 'a.xlsx'))[0]!.text).to.equal(
      '到期不退\n收益:12.5%\n金额:80000\n备注:保本\n网址:点此',
    )
  })

  it('does not unfold validations and merges over whole columns', async () => {
    const bytes = aBareXlsx(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>内容</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>到期不退</t></is></c></row></sheetData>' +
        '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>' +
        '<dataValidations count="1"><dataValidation type="list" sqref="B2:XFD1048576"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
    )
    expect(papersOf(await readFile(bytes, 'a.xlsx'))).to.have.length(1)
  }).timeout(3000)

  it('refuses a workbook with entities of its own', async () => {
    const bytes = aBareXlsx('<sheetData/><!-- <!DOCTYPE d [<!ENTITY a "哈">]> -->')
    expect(reasonOf(await readFile(bytes, 'a.xlsx'))).to.equal('corrupt')
  })

  it('calls an empty workbook empty and one cut short corrupt', async () => {
    expect(reasonOf(await readFile(await anXlsx((book) => book.addWorksheet('S')), 'a.xlsx'))).to.equal('empty')
    const bytes = await anXlsx((book) => book.addWorksheet('S').addRow(['内容']))
    expect(reasonOf(await readFile(bytes.subarray(0, bytes.length >> 1), 'a.xlsx'))).to.equal('corrupt')
  })
})
