<?php

declare(strict_types=1);

namespace HasOffersProxy;

if (!defined('HASOFFERS_PROXY_LIBRARY')) {
    main();
}
