import { animalScenes } from './scenes-animals.js';
import { beautyScenes } from './scenes-beauty.js';
import { deviceScenes } from './scenes-devices.js';
import { fashionScenes } from './scenes-fashion.js';
import { financeScenes } from './scenes-finance.js';
import { foodScenes } from './scenes-food.js';
import { homeScenes } from './scenes-home.js';
import { learningScenes } from './scenes-learning.js';
import { natureScenes } from './scenes-nature.js';
import { playScenes } from './scenes-play.js';
import { sportScenes } from './scenes-sport.js';

/** Every illustration, by name. */
export const scenes = {
  ...animalScenes,
  ...beautyScenes,
  ...deviceScenes,
  ...fashionScenes,
  ...financeScenes,
  ...foodScenes,
  ...homeScenes,
  ...learningScenes,
  ...natureScenes,
  ...playScenes,
  ...sportScenes,
};

export type SceneName = keyof typeof scenes;
