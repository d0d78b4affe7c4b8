import 'hasoffers-widgets/react';
import './client.js';
