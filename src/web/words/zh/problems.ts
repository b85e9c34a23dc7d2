import type { ProblemCode } from '../../../core/problem.ts'

/** One pair per expected failure: what happened, and what to do next. */
export interface ProblemWords {
  title: string
  next: string
}

export const problems = {
  'config.invalid': { title: '系统设置有误', next: '请联系维护人员检查配置。' },
  'auth.required': { title: '登录已失效', next: '请重新登录后再操作；刚才的操作没有生效。' },
  'auth.wrong_credentials': { title: '用户名或密码不正确', next: '请核对后重试。忘记密码请联系系统管理员。' },
  'auth.too_many_attempts': {
    title: '输错次数过多',
    next: '请等待 15 分钟后再试。如果不是您本人操作，请告知系统管理员。',
  },
  'auth.forbidden': { title: '您的角色不能进行此操作', next: '如确有需要，请联系本单位负责人调整角色。' },
  'form.csrf': { title: '表单已失效', next: '为安全起见没有执行。请返回上一页，刷新后重新提交。' },
  'form.stale': {
    title: '同事先您一步',
    next: '打开页面之后，这条内容已被他人改动。请返回查看最新情况，再决定是否继续。',
  },
  'form.invalid': { title: '有一项填写不正确', next: '请返回修改后重新提交。' },
  not_found: { title: '没有找到', next: '它可能不存在，或不在您的辖区。请核对网址，或从线索列表进入。' },
  'request.malformed': { title: '请求无法识别', next: '请从页面上的链接或按钮重新操作。' },
  'request.too_large': { title: '内容太大', next: '单个文件不超过 20 MB，一次不超过 20 个。请分批提交。' },
  'request.unsupported_media': { title: '不支持这种提交方式', next: '请使用页面上的表单提交。' },
  'request.in_progress': { title: '同一请求正在处理', next: '请稍候查看结果，不必重复提交。' },
  'request.method_not_allowed': { title: '不支持这种请求方式', next: '请从页面上的链接或按钮重新操作。' },
  'request.idempotency_reused': { title: '同一编号用于不同内容', next: '请更换编号后重新提交。' },
  'intake.external_reused': {
    title: '来件编号已被使用',
    next: '同一编号此前登记过不同内容。请核对编号，或重新打开收件页提交。',
  },
  'intake.empty': { title: '没有收到内容', next: '请选择文件，或粘贴文字后再提交。' },
  'document.not_set_aside': {
    title: '这份材料没有被搁置',
    next: '只有无法读取或处理失败的材料才能重新处理。请返回查看最新进度。',
  },
  'document.not_assessed': { title: '这份材料还没有研判', next: '研判完成后才能更正研判条件。请稍后刷新查看进度。' },
  'article.same_officer': { title: '不能审核自己登记的条文', next: '请由另一位审核人或负责人核对后审核。' },
  'matter.move_closed': { title: '现在不能办理这一步', next: '没有执行。请按下列原因先办理前一步，或由有权人员办理。' },
  'matter.move_input': { title: '填写的内容不能用', next: '没有执行。请返回，按下列提示补正后重新提交。' },
  'matter.sealed': {
    title: '举报人身份已封存',
    next: '请先提请“披露投诉举报人身份”，经负责人批准后由提出人或者办案人员查看。',
  },
  'delegation.not_yours': { title: '只能委托、收回自己的审批权', next: '请由委托人本人办理。' },
  'joint.not_open': {
    title: '这一项已经了结',
    next: '没有执行。已答复、完成、撤回或者结束的不再办理；移送类的进展按程序步骤办理。请返回查看。',
  },
  'joint.tasks_open': { title: '还有任务没有完成', next: '没有执行。请先完成或者取消下面的任务，再结束。' },
  'officer.last_head': { title: '这是最后一个可用的负责人账号', next: '请先添加另一个负责人账号，再停用这一个。' },
  'lead.closed': { title: '线索已经办结', next: '已立案或已排除的线索不再办理。请返回查看办理经过。' },
  'lead.not_dispatched': {
    title: '这条线索不是交办来的',
    next: '只有其他辖区交办的线索才能退回；不属本辖区的请使用“交办”。',
  },
  'import.not_found': { title: '没有找到这次导入', next: '它可能不存在，或不在您的辖区。' },
  'engine.data_dir_in_use': { title: '数据目录正被占用', next: '请联系维护人员。' },
  'engine.queue_url_required': { title: '缺少队列设置', next: '请联系维护人员。' },
  'model.invalid': { title: '分类模型文件不可用', next: '请用 npm run train 重新训练，或恢复随程序发布的模型文件。' },
  'model.nothing_taught': {
    title: '没有可供学习的认定',
    next: '请先对疑点作出认定，或在材料页标记漏报，再训练。',
  },
  'model.already_champion': {
    title: '这个模型已是现行模型',
    next: '无需再次启用。请返回分类模型页查看。',
  },
  'model.own_training': {
    title: '不能启用自己训练的模型',
    next: '请由另一位审核人或负责人启用。',
  },
  'model.not_in_shadow': {
    title: '这个模型还没有试判过材料',
    next: '新材料处理后会自动试判；请看过两个模型的分歧再决定。',
  },
  'model.never_champion': {
    title: '没有可以恢复的模型',
    next: '只能恢复曾经启用的模型；新模型请先训练、试判，再启用。',
  },
  'rulebook.invalid': { title: '规则集有误', next: '请联系规则维护人员。' },
  'rulebook.not_proposed': { title: '这个版本没有人提交', next: '请由规则编写人员先提交，再由他人批准。' },
  'rulebook.own_proposal': { title: '不能批准自己提交的版本', next: '请由另一位审核人或负责人批准。' },
  'rulebook.no_backtest': {
    title: '缺少对照现行版本的回测',
    next: '请先以现行版本为旧版、本版为新版运行回测并保存，再批准。',
  },
  'rulebook.already_active': { title: '这个版本已是现行版本', next: '无需再次启用。请返回规则库查看。' },
  'rulebook.never_active': { title: '这个版本未曾启用', next: '只能恢复曾经启用的版本；新版本请走提交、回测、批准。' },
  'rulebook.unusable': { title: '这个版本无法运行', next: '它由不同版本的程序写成。请从规则文件重新提交。' },
  'rulebook.nothing_to_recheck': {
    title: '没有需要复查的材料',
    next: '所选日期内的材料均已按现行版本研判，或正在复查。',
  },
} satisfies Record<ProblemCode, ProblemWords>

export const problemPage = {
  bug: { title: '系统出错了', next: '已经记录。请稍后重试；仍然出错，请把下面的编号告诉维护人员。' },
  bugId: '错误编号',
  back: '返回刚才的页面',
  home: '回到首页',
  signIn: '去登录',
  field: '填写有误的项目',
  fields: {
    region: '辖区（六位行政区划代码，且不同于现辖区）',
    reason: '理由（不能为空）',
    note: '说明',
    date: '日期（年-月-日，不晚于今天）',
    from: '起始日期（年-月-日）',
    to: '截止日期（年-月-日，不早于起始日期）',
    kind: '材料类型',
    channel: '传播渠道',
    entity: '主体类型',
    files: '文件或文字（至少一项）',
    version: '表单版本',
    until: '截止日期（不早于起始日期，不晚于今天）',
    changes: '更正内容（至少一项）',
    text: '条文原文',
    source: '原文出处',
    readOn: '查阅日期（不晚于今天）',
    choice: '适用的版本',
    verdict: '审核结论',
    category: '类别（系统尚未提示的一类）',
    answer: '抽查结论',
    login: '用户名',
    password: '密码',
    lines: '办理线（至少选一条）',
    place: '对方地区（六位行政区划代码）',
    departments: '部门（至少选一个，且没有待答复的同一征求）',
    owner: '责任人（须在本辖区）',
    due_day: '完成期限（年-月-日）',
    sent_at: '送出时间（不晚于现在）',
    answered_at: '收到时间（在征求之后，不晚于现在）',
    lead: '牵头部门',
    joint: '配合部门',
    matter: '对应职责事项',
    year: '年度',
    to_day: '起止日期（结束不早于开始）',
    notes: '说明',
  },
} as const
