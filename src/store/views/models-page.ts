import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { CATEGORIES, type Category } from '../../core/document.ts'
import type { ModelMetrics } from '../../core/learn/model-metrics.ts'
import { driftOf, type WeekOfDrift } from '../../core/learn/stability.ts'
import { problem } from '../../core/problem.ts'
import { listModelActivations, type ModelActivation, standingModels } from '../model-activations.ts'
import { answersByWeek, countAnswered, countAnsweredByBoth } from '../model-answers.ts'
import { listModels, type StoredModel } from '../models.ts'
import { officerNames } from '../officers.ts'
import { compareModels, type ModelComparison } from './model-differences.ts'
import { type MissedEstimate, missedEstimate } from './sample-page.ts'

/** A model with who made it, how well it does, and how much it has judged. */
export interface ModelOnPage extends Omit<StoredModel, 'metrics'> {
  /** An early model may hold the macro F1 alone. */
  metrics: Partial<ModelMetrics>
  trainer: string
  /** Papers it has judged here. */
  judged: number
  activations: (ModelActivation & { officer: string })[]
}

export interface ModelsPage {
  champion: ModelOnPage | undefined
  challenger: ModelOnPage | undefined
  /** Number of the activation that stands, for the forms. */
  activeSeq: number
  /** Papers of the whole installation that both have judged: enough of them, and the challenger may be promoted. */
  judgedByBoth: number
  comparison: ModelComparison | undefined
  /** Of the champion, by label, the newest weeks last. */
  drift: { label: Category; weeks: WeekOfDrift[] }[]
  /** Every other model, newest first. */
  others: ModelOnPage[]
  activations: (ModelActivation & { officer: string })[]
  estimate: MissedEstimate
}

const MOST_DIFFERENCES = 50
const MOST_WEEKS = 26

/** Everything the page of the classifier shows; papers only as far as the viewer may see them. @throws problem auth.forbidden */
export async function modelsPage(db: Knex, viewer: Viewer): Promise<ModelsPage> {
  if (!may(viewer, 'model.read')) throw problem('auth.forbidden', { permission: 'model.read' })
  const standing = await standingModels(db)
  const models = await modelsOnPage(db)
  const champion = models.find(({ hash }) => hash === standing.champion)
  const challenger = models.find(({ hash }) => hash === standing.challenger)
  const pair = champion && challenger && { champion: champion.hash, challenger: challenger.hash }
  const activations = models.flatMap((model) => model.activations).sort((a, b) => b.seq - a.seq)
  return {
    champion,
    challenger,
    activeSeq: activations[0]?.seq ?? 0,
    judgedByBoth: pair ? await countAnsweredByBoth(db, pair.champion, pair.challenger) : 0,
    comparison: pair && (await compareModels(db, viewer, pair, MOST_DIFFERENCES)),
    drift: champion ? await driftByLabel(db, champion.hash) : [],
    others: models.filter((model) => model !== champion && model !== challenger),
    activations,
    estimate: await missedEstimate(db, viewer),
  }
}

/** Every model with its people and activations, newest first. */
export async function modelsOnPage(db: Knex): Promise<ModelOnPage[]> {
  const models = await listModels(db)
  const activations = await listModelActivations(db)
  const officers = [...models.map(({ trainedBy }) => trainedBy), ...activations.map(({ officerId }) => officerId)]
  const names = await officerNames(db, [...new Set(officers.filter((id) => id !== null))])
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const shown: ModelOnPage[] = []
  for (const model of models)
    shown.push({
      ...model,
      trainer: nameOf(model.trainedBy),
      judged: await countAnswered(db, model.hash),
      activations: activations
        .filter(({ hash }) => hash === model.hash)
        .map((activation) => ({ ...activation, officer: nameOf(activation.officerId) })),
    })
  return shown
}

/** How a model's probabilities spread, week by week, against its first papers. */
export async function driftByLabel(db: Knex, model: string): Promise<ModelsPage['drift']> {
  const weeks = await answersByWeek(db, model)
  return CATEGORIES.map((label) => ({
    label,
    weeks: driftOf(weeks.filter((week) => week.label === label)).slice(-MOST_WEEKS),
  }))
}
