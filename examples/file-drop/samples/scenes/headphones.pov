// SPDX-License-Identifier: Apache-2.0
// Over-ear headphones with leather cushions before two-tone paper.
#include "studio.inc"

#declare Shell = Coated(color srgb <0.88, 0.86, 0.82>, 0.03)
#declare Steel = Satin(srgb <0.80, 0.80, 0.80>)
#declare Leather = texture {
  pigment { crackle scale 0.02 color_map { [0 color srgb <0.40, 0.25, 0.165>] [0.3 color srgb <0.47, 0.30, 0.195>] [1 color srgb <0.50, 0.32, 0.21>] } }
  normal { crackle 0.22 scale 0.02 }
  finish { diffuse 0.72 specular 0.22 roughness 0.05 }
}
#declare Mesh_Cloth = texture {
  pigment { color srgb 0.09 }
  normal { leopard 0.5 scale 0.008 }
  finish { diffuse 0.7 }
}

// A cup, its outer face towards +x, its middle at the origin.
#declare Cup = union {
  union {
    object { Round_Cylinder_Union(x * 0.02, x * 0.20, 0.34, 0.07) material { Shell } }
    object { Round_Cylinder_Union(x * 0.19, x * 0.212, 0.22, 0.008) texture { Steel } }
    torus { 0.235, 0.010 rotate z * 90 translate x * 0.197 texture { Leather } }
    object { Round_Cylinder_Union(x * -0.01, x * 0.03, 0.325, 0.01) texture { Steel } }
    torus { 0.225, 0.105 scale <1, 0.95, 1> rotate z * 90 translate x * -0.085 texture { Leather } }
    cylinder { x * -0.06, x * 0, 0.20 texture { Mesh_Cloth } }
    scale <1, 1.18, 1>
  }
  // the fork that holds the cup
  intersection {
    torus { 0.362, 0.018 rotate z * 90 scale <1.6, 1.18, 1> translate x * 0.075 }
    plane { -y, 0.01 }
    texture { Steel }
  }
  sphere { <0.075, -0.005, -0.35>, 0.034 texture { Steel } }
  sphere { <0.075, -0.005, 0.35>, 0.034 texture { Steel } }
}

#declare Radius = 0.72;
#declare Band = union {
  intersection {
    torus { Radius, 0.034 rotate x * 90 scale <1, 1, 2.4> }
    plane { -y, 0 }
    texture { Steel }
  }
  intersection {
    torus { Radius + 0.005, 0.062 rotate x * 90 scale <1, 1, 2.2> }
    plane { -y, -0.24 }
    texture { Leather }
  }
  #local Side = -1;
  #while (Side < 2)
    object {
      Round_Box_Union(<-0.046, -0.05, -0.086>, <0.046, 0.27, 0.086>, 0.03)
      rotate z * Side * 9
      translate x * Side * (Radius - 0.002)
      material { Shell }
    }
    object {
      Round_Box_Union(<-0.016, -0.20, -0.04>, <0.016, 0.0, 0.04>, 0.012)
      translate x * Side * Radius
      texture { Steel }
    }
    #local Side = Side + 2;
  #end
}

#declare Product = union {
  object { Cup rotate y * 8 rotate z * 5 translate <0.66, 0.40, 0> }
  object { Cup scale <-1, 1, 1> rotate y * -8 rotate z * -5 translate <-0.66, 0.40, 0> }
  object { Band scale <1, 1.05, 1> translate y * 0.96 }
}

Studio_Camera(<-0.3, 1.5, -7>, <0, 0.85, 0>, 24)
Studio_Lights(0.8, 0.3, 0.6)
Backdrop_Table(Paper(srgb <0.55, 0.74, 0.70>), Paper(srgb <0.93, 0.68, 0.60>), 2.2, 2.2)
object { Product rotate y * 32 }
