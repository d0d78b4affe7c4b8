import 'hasoffers-widgets/svelte';
import './client.js';
