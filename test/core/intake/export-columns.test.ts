import { expect } from 'chai'
import { readCallFields } from '../../../src/core/intake/call-fields.ts'
import { type ExportedCall, isExport, readExportRow } from '../../../src/core/intake/export-columns.ts'

const ROW_12315 = {
  登记编号: '1440300002026050612345678',
  信息件类型: '投诉',
  登记时间: '2026-05-06 09:12:30',
  接收时间: '2026/5/7 8:05',
  提供方姓名: '陈大海',
  联系电话: '13800000002',
  涉及主体: '听潮旅居服务有限公司',
  统一社会信用代码: '91440300MA5FAKE00X',
  涉及主体地址: '深圳市福田区沙洲路1号',
  投诉内容: '交了房费不给安排入住',
  诉求: '退还房费',
  涉及金额: '12800',
  问题类别: '广告类',
  性别: '女',
}

describe('a row of an export', () => {
  it('of 12315 gives the same call as the form', () => {
    const { external, fields, calledAt, receivedAt } = readExportRow(ROW_12315) as ExportedCall
    const { call, wrong } = readCallFields(fields)
    expect(wrong).to.deep.equal([])
    expect(external).to.equal('1440300002026050612345678')
    expect(calledAt).to.equal('2026-05-06T09:12:30+08:00')
    expect(receivedAt).to.equal('2026-05-07T08:05:00+08:00')
    expect(call).to.deep.include({
      wants: 'complaint',
      relation: 'self',
      paidFen: 1_280_000,
      isAboutAdvertising: true,
      asks: '退还房费',
    })
    expect(call.people).to.deep.equal({ caller: { name: '陈大海', phone: '13800000002' } })
    expect(call.seller).to.deep.include({ name: '听潮旅居服务有限公司', code: '91440300MA5FAKE00X', region: '440304' })
    expect(call.story).to.equal('交了房费不给安排入住')
  })

  it('of 12345 tells the caller from the person she calls for', () => {
    const { fields } = readExportRow({
      工单编号: 'GD20260506001',
      诉求类型: '投诉举报',
      来电人: '陈小海',
      来电号码: '13800000002',
      老人姓名: '陈大海',
      与老人关系: '儿子',
      委托书: '待补',
      诉求内容: '交了房费不给安排入住，要求退款并查处',
      被反映单位: '听潮旅居服务有限公司',
      坐席备注: '情绪激动',
    }) as ExportedCall
    const { call } = readCallFields(fields)
    expect(call).to.deep.include({ wants: 'both', relation: 'child', authority: 'pending' })
    expect(call.people.complainant).to.deep.equal({ name: '陈大海' })
    expect(call.story).to.equal('交了房费不给安排入住，要求退款并查处\n坐席备注：情绪激动')
  })

  it('tells where it happened from whose district it is', () => {
    const call = (row: Record<string, string>) =>
      readCallFields((readExportRow({ ...ROW_12315, 涉及主体地址: '', ...row }) as ExportedCall).fields).call
    expect(call({ 事发地: '深圳市', 所属区域: '吉林省长春市' })).to.deep.include({ happenedIn: '440300' })
    expect(call({ 事发地: '深圳市', 所属区域: '吉林省长春市' }).seller.region).to.equal('220100')
    expect(call({ 事发地: '深圳市' }).seller).to.not.have.property('region')
    expect(call({ 事发地: '深圳市', 经营地址: '长春市朝阳区沙洲路1号' }).seller.region).to.equal('220104')
    expect(call({ 所属区域: '深圳市' })).to.not.have.property('happenedIn')
  })

  it('with a code that is no region is told to be wrong, not passed over', () => {
    const { fields } = readExportRow({ ...ROW_12315, 涉及主体地址: '', 所属区域: '529999' }) as ExportedCall
    expect(readCallFields(fields).wrong).to.deep.equal(['region'])
    const former = readExportRow({ ...ROW_12315, 涉及主体地址: '', 所属区域: '330103' }) as ExportedCall
    expect(readCallFields(former.fields)).to.deep.include({ wrong: [] })
  })

  it('of an anonymous report names nobody', () => {
    const { fields } = readExportRow({ 编号: '1', 类型: '举报', 举报人: '匿名', 举报内容: '虚假宣传' }) as ExportedCall
    const { call } = readCallFields(fields)
    expect(call).to.deep.include({ wants: 'report', isAnonymous: true, people: {} })
  })

  it('says what it lacks', () => {
    expect(readExportRow({ 登记编号: '1' })).to.deep.equal({ lacks: 'story' })
    expect(readExportRow({ 投诉内容: '退款' })).to.deep.equal({ lacks: 'external' })
  })

  it('is known by its headings', () => {
    expect(isExport(Object.keys(ROW_12315))).to.equal(true)
    expect(isExport(['登记编号（平台）', '* 投诉内容'])).to.equal(true)
    expect(isExport(['产品', '价格'])).to.equal(false)
  })
})
